import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type AddressRange, parseRange } from './client-address.ts';
import { LIMITS } from './limits.ts';

export type Config = {
  host: string;
  port: number;
  /** The origin people reach the server by. */
  publicUrl: string;
  dataFolder: string;
  databaseFile: string;
  /** The demo shop's port. */
  shopPort: number;
  trustedProxies: AddressRange[];
  /** null = no mail is sent: links are shown instead. */
  mail: { url: string; from: string; perMinute: number } | null;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Where `/metrics` is answered; null = nowhere. */
  metrics: MetricsConfig | null;
  /** null = one is made at the first start and kept in the database. */
  secret: string | null;
};

/** `port`: this machine's loopback, for whoever is there. `token`: the main port, for whoever bears it. */
export type MetricsConfig = { port: number | null; token: string | null };

/** A setting that cannot be used, said in one line. The process ends with 78 (EX_CONFIG of sysexits.h). */
export class ConfigError extends Error {}

export const EXIT_CONFIG = 78;

const schema = z.strictObject({
  ENTRAIDE_PORT: portOf('a port from 0 to 65535'),
  ENTRAIDE_HOST: z.string().optional(),
  ENTRAIDE_PUBLIC_URL: z
    .string()
    .refine(
      (text) =>
        URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text,
      {
        message: 'an origin such as https://chat.example.com, no path, no *',
      },
    )
    .optional(),
  ENTRAIDE_DATA: z.string().optional(),
  ENTRAIDE_SHOP_PORT: portOf('a port from 0 to 65535'),
  ENTRAIDE_TRUSTED_PROXIES: z.string().optional(),
  ENTRAIDE_MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'smtp://user:password@host:port')
    .optional(),
  ENTRAIDE_MAIL_FROM: z.string().regex(/@/, 'the address mails come from').optional(),
  ENTRAIDE_MAILS_PER_MINUTE: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 60_000, {
      message: 'a number from 1 to 60000',
    })
    .transform(Number)
    .optional(),
  ENTRAIDE_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'silent, error, warn, info or debug')
    .optional(),
  ENTRAIDE_METRICS_PORT: portOf('a port from 0 to 65535'),
  ENTRAIDE_METRICS_TOKEN: secretText(),
  ENTRAIDE_SECRET: secretText(),
});

/** Reads the settings of the environment. @throws ConfigError naming the setting and what it should be */
export function readConfig(env: Record<string, string | undefined>): Config {
  const ours = Object.fromEntries(
    Object.entries(env).filter(([key, value]) => key.startsWith('ENTRAIDE_') && value),
  );
  const settings = parse(ours);
  const port = settings.ENTRAIDE_PORT ?? 4310;
  const dataFolder = resolve(settings.ENTRAIDE_DATA ?? 'data');
  return {
    host: settings.ENTRAIDE_HOST ?? '127.0.0.1',
    port,
    publicUrl: settings.ENTRAIDE_PUBLIC_URL ?? `http://localhost:${port}`,
    dataFolder,
    databaseFile: join(dataFolder, 'entraide.db'),
    shopPort: settings.ENTRAIDE_SHOP_PORT ?? 4311,
    trustedProxies: proxiesOf(settings.ENTRAIDE_TRUSTED_PROXIES ?? ''),
    mail: mailOf(settings),
    metrics: metricsOf(settings.ENTRAIDE_METRICS_PORT, settings.ENTRAIDE_METRICS_TOKEN),
    logLevel: settings.ENTRAIDE_LOG_LEVEL ?? 'info',
    secret: settings.ENTRAIDE_SECRET ?? null,
  };
}

function portOf(message: string) {
  return z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, { message })
    .transform(Number)
    .optional();
}

function secretText() {
  return z
    .string()
    .min(32, '32 random characters at least, such as: openssl rand -base64 32')
    .refine((text) => new Set(text).size > 10 && !/change|secret|example/i.test(text), {
      message: 'random characters, not a placeholder: openssl rand -base64 32',
    })
    .optional();
}

function parse(ours: Record<string, string | undefined>): z.infer<typeof schema> {
  const result = schema.safeParse(ours);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    throw new ConfigError(
      `${issue.keys.join(', ')}: no such setting. See the table of settings in README.md.`,
    );
  }
  throw new ConfigError(`${issue?.path.join('.')}: should be ${issue?.message}.`);
}

function proxiesOf(text: string): AddressRange[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const parsed = parseRange(part);
    if (!parsed)
      throw new ConfigError(`ENTRAIDE_TRUSTED_PROXIES: “${part}” is not an address or a range (10.0.0.0/8).`);
    return parsed.range;
  });
}

function mailOf(settings: z.infer<typeof schema>): Config['mail'] {
  const { ENTRAIDE_MAIL_URL: url, ENTRAIDE_MAIL_FROM: from } = settings;
  if (!url) return null;
  if (!from)
    throw new ConfigError('ENTRAIDE_MAIL_FROM: needed with ENTRAIDE_MAIL_URL, the address mails come from.');
  return { url, from, perMinute: settings.ENTRAIDE_MAILS_PER_MINUTE ?? LIMITS.invitation.mailsPerMinute };
}

function metricsOf(port: number | undefined, token: string | undefined): MetricsConfig | null {
  if (port === undefined && token === undefined) return null;
  return { port: port ?? null, token: token ?? null };
}

import type { ErrorBody } from '../../server/protocol/widget.ts';

/** A refusal of the server, in words a person can be shown. `status` 0 means the server was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
  }
}

/** Typed requests to the routes of one site: `api(site).get<QueueAnswer>('queue')`. */
export type Api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => Promise<T>;
  post: <T = void>(path: string, body?: unknown) => Promise<T>;
  put: <T = void>(path: string, body?: unknown) => Promise<T>;
  patch: <T = void>(path: string, body?: unknown) => Promise<T>;
  delete: <T = void>(path: string, body?: unknown) => Promise<T>;
};
type Query = Record<string, string | null | undefined> | URLSearchParams;

/** The back office's routes of one site. */
export function api(site: string): Api {
  const at = (path: string) => `/api/back-office/${encodeURIComponent(site)}/${path}`;
  return {
    get: (path, query, signal) => request('GET', at(path) + queryString(query), undefined, signal),
    post: (path, body = {}) => request('POST', at(path), body),
    put: (path, body = {}) => request('PUT', at(path), body),
    patch: (path, body = {}) => request('PATCH', at(path), body),
    delete: (path, body) => request('DELETE', at(path), body),
  };
}

/** One request with the session cookie; throws ApiError for anything but a success. */
export async function request<T>(
  method: string,
  url: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const answer = await reach(url, {
    method,
    signal: signal ?? null,
    ...bodyOf(body),
  });
  if (!answer.ok) throw await refusal(answer);
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** A file goes as it is, anything else as JSON. */
function bodyOf(body: unknown): Pick<RequestInit, 'headers' | 'body'> {
  if (body === undefined) return {};
  if (body instanceof Blob) return { headers: { 'content-type': body.type }, body };
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', '');
  }
}

async function refusal(answer: Response): Promise<ApiError> {
  const text = await answer.text();
  try {
    const { error } = JSON.parse(text) as ErrorBody;
    return new ApiError(answer.status, error.code, error.message);
  } catch {
    return new ApiError(answer.status, 'unexpected', '');
  }
}

function queryString(query: Query | undefined): string {
  if (!query) return '';
  const pairs = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const kept = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

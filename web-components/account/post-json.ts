/** Posts to our own server. @throws where it refuses, or nothing answers */
export async function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}

import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { assertThat } from '@indexlab/core';

/** A message of the Jupyter wire protocol, as far as the runner reads it. */
export interface Message {
  readonly id: string;
  readonly type: string;
  /** The request that this message answers or belongs to. */
  readonly parent: string | undefined;
  readonly content: Readonly<Record<string, unknown>>;
}

const delimiter = Buffer.from('<IDS|MSG>');

/** A request as signed frames, under a new identifier. */
export function encodeRequest(
  key: string,
  session: string,
  type: string,
  content: object,
): { id: string; frames: Buffer[] } {
  const id = randomUUID();
  const header = {
    msg_id: id,
    msg_type: type,
    session,
    username: 'indexlab',
    date: new Date().toISOString(),
    version: '5.3',
  };
  const parts = [header, {}, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
  return { id, frames: [delimiter, Buffer.from(signature(key, parts)), ...parts] };
}

/**
 * Reads the frames of a message.
 *
 * @throws IndexlabError when the frames are not a message signed with the key
 */
export function decodeMessage(key: string, frames: readonly Buffer[]): Message {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  const signed = frames.slice(start + 2);
  const expected = Buffer.from(signature(key, signed));
  const given = frames[start + 1];
  assertThat(
    start >= 0 && signed.length >= 4 && given?.length === expected.length && timingSafeEqual(given, expected),
    'decodeMessage requires a message signed with the key of the connection, got another',
  );
  const [header, parent, , content] = signed.map((frame) => JSON.parse(frame.toString()) as Record<string, unknown>);
  return {
    id: header!['msg_id'] as string,
    type: header!['msg_type'] as string,
    parent: parent!['msg_id'] as string | undefined,
    content: content!,
  };
}

function signature(key: string, parts: readonly Buffer[]): string {
  const hash = createHmac('sha256', key);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

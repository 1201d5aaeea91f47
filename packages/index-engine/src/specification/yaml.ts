import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  type ScalarEvent,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';

/** A part of a YAML text and where it begins; an alias is the very part that its anchor names. */
export type YamlPart = YamlMapping | YamlSequence | YamlScalar;

export interface YamlMapping {
  readonly kind: 'mapping';
  readonly start: number;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: YamlPart;
}

export interface YamlSequence {
  readonly kind: 'sequence';
  readonly start: number;
  readonly items: readonly YamlPart[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly start: number;
  /** As it is written: 27.70 stays so. */
  readonly text: string;
  /** Written without quotes: it may stand for a number, a truth value or nothing. */
  readonly plain: boolean;
  /** Stands for nothing that can be read; told already. */
  readonly broken?: true;
}

/** Tells of a mistake: where it stands, what is wrong, and what to do. */
export type Complain = (start: number, message: string, remedy?: string) => void;

/** Deeper and longer than any index; beyond it a text is a mishap or an attack. */
const maxDepth = 200;
const mostParts = 1_000_000;

/**
 * The parts of a YAML text (1.2; nothing is resolved: a scalar is its text). Mistakes that leave something to read are
 * told and passed over.
 *
 * @returns `null` for a text that is no YAML, which is told as well
 */
export function readYaml(text: string, complain: Complain): YamlPart | null {
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0) {
    complain(broken, 'not a text in UTF-8', 'Save the file in UTF-8.');
    return null;
  }
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    complain(error.mark?.position ?? 0, ...syntaxMistake(error.reason));
    return null;
  }
  return new Composer(text, events, complain).document();
}

function syntaxMistake(reason: string): [message: string, remedy: string] {
  if (reason.startsWith('nesting exceeded')) {
    return [`not valid YAML: nested deeper than ${maxDepth} levels`, 'An index of that many levels is a mishap.'];
  }
  return [
    `not valid YAML: ${reason}`,
    reason.includes('tab')
      ? 'Indent with blanks.'
      : 'Indent what belongs together alike; put a text with a colon, or one that begins with a sign, into quotes.',
  ];
}

/** Puts events together. A class, as every method moves on along the same events. */
class Composer {
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly complain: Complain;
  private next = 0;
  /** How many parts there are, those behind aliases counted each time. */
  private parts = 0;
  private readonly anchors = new Map<string, { part: YamlPart; parts: number } | null>();

  constructor(text: string, events: readonly Event[], complain: Complain) {
    this.text = text;
    this.events = events;
    this.complain = complain;
  }

  document(): YamlPart | null {
    this.next = 1; // The first event opens the document.
    if (this.events.length === 0 || this.events[1]!.type === EVENT_ID.POP) {
      this.complain(0, 'not valid YAML: there is nothing in it');
      return null;
    }
    const part = this.part(0);
    if (this.next + 1 < this.events.length) {
      this.complain(startOf(this.events[this.next + 2]!), 'not one document: another one begins');
    }
    return this.parts > mostParts ? null : part;
  }

  private part(otherwise: number): YamlPart {
    const event = this.events[this.next++]!;
    this.parts += 1;
    switch (event.type) {
      case EVENT_ID.MAPPING:
        return this.anchored(event, () => this.mapping(event.start));
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, () => this.sequence(event.start));
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd);
      default:
        return this.anchored(event as ScalarEvent, () => this.scalar(event as ScalarEvent, otherwise));
    }
  }

  private mapping(start: number): YamlMapping {
    const entries: YamlEntry[] = [];
    const known = new Map<string, number>();
    while (this.events[this.next]!.type !== EVENT_ID.POP) {
      const keyStart = startOf(this.events[this.next]!, start);
      const key = this.part(keyStart);
      const value = this.part(keyStart);
      if (key.kind !== 'scalar') {
        this.complain(keyStart, 'a key is a word, not a list or keys of its own');
        continue;
      }
      if (known.has(key.text)) {
        this.complain(keyStart, `the key "${key.text}" stands twice here`, 'Keep one of the two.');
        continue;
      }
      known.set(key.text, keyStart);
      entries.push({ key: key.text, keyStart, value });
    }
    this.next += 1;
    return { kind: 'mapping', start, entries };
  }

  private sequence(start: number): YamlSequence {
    const items: YamlPart[] = [];
    while (this.events[this.next]!.type !== EVENT_ID.POP) items.push(this.part(start));
    this.next += 1;
    return { kind: 'sequence', start, items };
  }

  private scalar(event: ScalarEvent, otherwise: number): YamlScalar {
    return {
      kind: 'scalar',
      start: startOf(event, otherwise),
      text: event.valueStart < 0 ? '' : getScalarValue(this.text, event),
      plain: event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0,
    };
  }

  private anchored<Part extends YamlPart>(event: { anchorStart: number; anchorEnd: number }, read: () => Part): Part {
    if (event.anchorStart < 0) return read();
    const name = this.text.slice(event.anchorStart, event.anchorEnd);
    const before = this.parts;
    this.anchors.set(name, null);
    const part = read();
    this.anchors.set(name, { part, parts: this.parts - before });
    return part;
  }

  private alias(start: number, end: number): YamlPart {
    const name = this.text.slice(start, end);
    const anchored = this.anchors.get(name);
    if (anchored) {
      const fits = this.parts <= mostParts;
      this.parts += anchored.parts;
      if (fits && this.parts > mostParts) this.complain(start, `aliases make it longer than ${mostParts} parts`);
      return anchored.part;
    }
    this.complain(
      start,
      anchored === null ? `*${name} stands inside what it stands for` : `*${name} has no anchor &${name} before it`,
    );
    return { kind: 'scalar', start, text: '', plain: true, broken: true };
  }
}

function startOf(event: Event, otherwise = 0): number {
  if (event.type === EVENT_ID.SCALAR) {
    if (event.valueStart < 0) return otherwise;
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    return event.valueStart - (quoted ? 1 : 0);
  }
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : otherwise;
}

/** The entry of a mapping; `undefined` where there is none, or no mapping. */
export function entryOf(part: YamlPart | undefined, key: string): YamlEntry | undefined {
  return part?.kind === 'mapping' ? part.entries.find((entry) => entry.key === key) : undefined;
}

/** The items of a sequence; none where there is no sequence. */
export function itemsOf(part: YamlPart | undefined): readonly YamlPart[] {
  return part?.kind === 'sequence' ? part.items : [];
}

/** The text of a scalar; `null` for what is none. */
export function textOf(part: YamlPart | undefined): string | null {
  return part?.kind === 'scalar' ? part.text : null;
}

// Every route of both APIs: a path, what goes in, what comes out. The services and the SDK derive from these tables.
// All are POST and no path, query or header carries an id: addresses end up in the logs of proxies.

import type {
  CircleId,
  CutId,
  LedgerHead,
  PermissionId,
  SealingKey,
  StaffId,
  StatementDigest,
  StoryId,
  StoryState,
  TextDigest,
  TextStage,
  VerifyKey,
} from "@ownwords/consent";
import { type Static, type TSchema, Type } from "typebox";
import { actedSchema, actSchema, anySignedSchema, openableSchema, sealedTextSchema, todaySchema } from "./parts.ts";
import { boxSchema, bytesSchema } from "./schema-of.ts";

const id = <T extends string>(bytes: number) => Type.Unsafe<T>(bytesSchema(bytes));
const body = <P extends Record<string, TSchema>>(fields: P) => Type.Object(fields, { additionalProperties: false });
const nothing = body({});
const list = Type.Array;

const signInRoutes = {
  challenge: { path: "/v1/challenge", session: false, body: nothing, reply: Type.Object({ challenge: Type.String() }) },
  signOut: { path: "/v1/sign-out", session: true, body: nothing, reply: Type.Object({}) },
  directory: {
    path: "/v1/directory",
    session: false,
    body: nothing,
    reply: Type.Object({
      today: todaySchema,
      directory: Type.Unknown(),
      signatures: Type.Unknown(),
      redactorKeys: list(Type.Unknown()),
    }),
  },
} as const;

const token = Type.Object({ token: Type.String(), minutes: Type.Integer() });
const record = {
  ledger: list(
    Type.Object({
      seq: Type.Integer(),
      day: Type.String(),
      role: Type.String(),
      organisation: Type.Union([Type.String(), Type.Null()]),
      kind: Type.String(),
      statement: Type.Union([id<StatementDigest>(32), Type.Null()]),
      head: id<LedgerHead>(32),
    }),
  ),
  statements: list(anySignedSchema),
} as const;
const stateSchema = Type.Unsafe<StoryState>(Type.Object({}, { additionalProperties: true }));
const keysSchema = Type.Object({ verify: id<VerifyKey>(32), sealing: id<SealingKey>(32) });

/** A cut on its way to a reader, with everything that its reader verifies. */
export const releaseSchema = Type.Object({
  permission: id<PermissionId>(16),
  chain: Type.Object({
    cutKey: id<VerifyKey>(32),
    first: anySignedSchema,
    second: anySignedSchema,
    approved: anySignedSchema,
  }),
  card: openableSchema,
});

export const intakeRoutes = {
  ...signInRoutes,
  signIn: {
    path: "/v1/sign-in",
    session: false,
    body: body({ key: id<VerifyKey>(32), challenge: bytesSchema(32), signature: bytesSchema(64) }),
    reply: token,
  },
  makeSpace: {
    path: "/v1/make-space",
    session: false,
    body: body({
      key: id<VerifyKey>(32),
      challenge: bytesSchema(32),
      signature: bytesSchema(64),
    }),
    reply: token,
  },
  space: {
    path: "/v1/space",
    session: true,
    body: nothing,
    reply: Type.Object({
      today: todaySchema,
      settings: Type.Union([Type.String(), Type.Null()]),
      stories: list(
        Type.Object({ story: id<StoryId>(32), salt: Type.String(), stage: Type.Unsafe<TextStage>(Type.String()) }),
      ),
    }),
  },
  saveSettings: {
    path: "/v1/save-settings",
    session: true,
    body: body({ settings: boxSchema(65_536) }),
    reply: Type.Object({}),
  },
  saveDraft: {
    path: "/v1/save-draft",
    session: true,
    body: body({
      story: id<StoryId>(32),
      verifyKey: id<VerifyKey>(32),
      sealingKey: id<SealingKey>(32),
      salt: bytesSchema(16),
      sealed: sealedTextSchema,
      box: boxSchema(256),
      previous: Type.Union([id<TextDigest>(32), Type.Null()]),
    }),
    reply: Type.Object({ saved: Type.Literal(true), digest: id<TextDigest>(32) }),
  },
  story: {
    path: "/v1/story",
    session: true,
    body: body({ story: id<StoryId>(32) }),
    reply: Type.Object({
      today: todaySchema,
      state: stateSchema,
      keys: keysSchema,
      cutSalts: list(Type.Object({ cut: id<CutId>(32), salt: Type.String() })),
      ...record,
    }),
  },
  text: {
    path: "/v1/text",
    session: true,
    body: body({ story: id<StoryId>(32), digest: id<TextDigest>(32) }),
    reply: openableSchema,
  },
  act: { path: "/v1/act", session: true, body: actSchema, reply: actedSchema },
} as const satisfies Routes;

export const staffRoutes = {
  ...signInRoutes,
  signIn: {
    path: "/v1/sign-in",
    session: false,
    body: body({ staff: id<StaffId>(16), challenge: bytesSchema(32), signature: bytesSchema(64) }),
    reply: token,
  },
  circles: {
    path: "/v1/circles",
    session: true,
    body: nothing,
    reply: Type.Object({
      secrets: list(Type.Object({ circle: id<CircleId>(16), epoch: Type.Integer(), box: Type.String() })),
    }),
  },
  shareCircle: {
    path: "/v1/share-circle",
    session: true,
    body: body({
      circle: id<CircleId>(16),
      epoch: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
      member: id<StaffId>(16),
      box: boxSchema(256),
    }),
    reply: Type.Object({}),
  },
  publishDirectory: {
    path: "/v1/publish-directory",
    session: true,
    body: body({
      directory: Type.Object({}, { additionalProperties: true }),
      signatures: list(body({ steward: id<VerifyKey>(32), signature: bytesSchema(64) }), { maxItems: 16 }),
    }),
    reply: Type.Object({ serial: Type.Integer() }),
  },
  desk: {
    path: "/v1/desk",
    session: true,
    body: body({
      after: Type.Optional(
        body({
          since: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
          key: Type.String({ maxLength: 64, pattern: "^[A-Za-z0-9_-]*$" }),
        }),
      ),
    }),
    reply: Type.Object({
      today: todaySchema,
      items: list(
        Type.Object({
          story: id<StoryId>(32),
          stage: Type.Unsafe<TextStage>(Type.String()),
          permission: Type.Union([id<PermissionId>(16), Type.Null()]),
          cut: Type.Union([id<CutId>(32), Type.Null()]),
          circle: Type.Union([id<CircleId>(16), Type.Null()]),
          since: Type.Integer(),
          key: Type.String(),
        }),
      ),
    }),
  },
  /** Opens the version in force at the desk: an entry in her ledger, then the text. */
  read: {
    path: "/v1/read",
    session: true,
    body: body({ story: id<StoryId>(32) }),
    reply: Type.Object({
      today: todaySchema,
      state: stateSchema,
      keys: keysSchema,
      text: openableSchema,
      statements: list(anySignedSchema),
    }),
  },
  /** Where a story stands, without a word of it. */
  look: {
    path: "/v1/look",
    session: true,
    body: body({ story: id<StoryId>(32) }),
    reply: Type.Object({ today: todaySchema, state: stateSchema }),
  },
  /** What an approver looks at: the cut, the text that it was cut from, and everything that was signed. */
  release: {
    path: "/v1/release",
    session: true,
    body: body({ permission: id<PermissionId>(16) }),
    reply: Type.Object({
      today: todaySchema,
      circle: id<CircleId>(16),
      chain: Type.Object({
        cutKey: id<VerifyKey>(32),
        first: anySignedSchema,
        second: anySignedSchema,
        parent: Type.Object({
          storyKey: id<VerifyKey>(32),
          storySealingKey: id<SealingKey>(32),
          agreed: anySignedSchema,
          checked: anySignedSchema,
        }),
      }),
      text: openableSchema,
      card: openableSchema,
      parent: Type.Union([openableSchema, Type.Null()]),
      outer: list(Type.Object({ text: id<TextDigest>(32), box: Type.String() })),
    }),
  },
  catalogue: {
    path: "/v1/catalogue",
    session: true,
    body: body({ after: Type.Optional(bytesSchema(16)) }),
    reply: Type.Object({ today: todaySchema, releases: list(releaseSchema) }),
  },
  act: { path: "/v1/act", session: true, body: actSchema, reply: actedSchema },
  /** A declared session, signed; then the words. */
  open: {
    path: "/v1/open",
    session: true,
    body: actSchema,
    reply: Type.Object({ release: releaseSchema, text: openableSchema }),
  },
} as const satisfies Routes;

export type Route = {
  readonly path: string;
  readonly session: boolean;
  readonly body: TSchema;
  readonly reply: TSchema;
};
export type Routes = Readonly<Record<string, Route>>;
/** Messages are read, never written on. */
type Frozen<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Frozen<Item>[]
      : { readonly [Name in keyof T]: Frozen<T[Name]> };
export type BodyOf<R extends Route> = Frozen<Static<R["body"]>>;
export type ReplyOf<R extends Route> = Frozen<Static<R["reply"]>>;

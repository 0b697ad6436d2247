import type { Anchors } from "#domain/audit/verify.ts";
import type { ArchiveSink, FileSource } from "#worker/platform/exports/archive-store.ts";
import type { readPeople } from "#worker/platform/exports/people.ts";
import type { Page, Staged, StagedTable } from "#worker/platform/exports/stage.ts";
import type { JobStorage } from "./job-storage.ts";

/** A board's copy, made within its object. */
export interface BoardSource {
  /** Copies the board as it is now; null when it was never founded. */
  copy(board: string): Promise<{ version: number; rows: number } | null>;
  read(board: string, after: number, bytes: number): Promise<Page>;
  drop(board: string): Promise<void>;
}

/** What an export needs of the world. The object gives the real thing, tests give a small one. */
export interface ExportDeps {
  storage: JobStorage;
  sink: ArchiveSink;
  files: FileSource;
  boards: BoardSource;
  stage(at: string): Promise<Staged>;
  unstage(): Promise<void>;
  readStaged(table: StagedTable, after: number, bytes: number): Promise<Page>;
  readPeople(): ReturnType<typeof readPeople>;
  /** Seals the audit log and tells where its chain begins and ends. */
  anchors(): Promise<Anchors>;
  now(): number;
}

/** What a whole archive came to. */
export interface Made {
  size: number;
  rows: number;
  files: number;
}

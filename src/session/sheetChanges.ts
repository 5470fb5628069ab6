import type { SheetChange } from "../actions/watch";

interface Change {
  readonly turn: number;
  readonly at: Date;
}

/** What has been heard of changes, sheet by sheet, so that what was read before a change is known to be old, however long the reading took. */
export class SheetChanges {
  private readonly last = new Map<string, Change>();
  private readonly moved = new Map<string, number>();
  private turn = 0;

  /** Counts the changes so far: taken before reading, it tells later what came after. */
  get mark(): number {
    return this.turn;
  }

  note(sheetId: string, { moved = false }: SheetChange): void {
    this.turn++;
    this.last.set(sheetId, { turn: this.turn, at: new Date() });
    if (moved) this.moved.set(sheetId, this.turn);
  }

  /** When one of these sheets was last changed after the mark; null where none was. */
  since(sheetIds: readonly string[], mark: number): Date | null {
    const changes = sheetIds.flatMap((id) => this.last.get(id) ?? []).filter(({ turn }) => turn > mark);
    return (
      changes.reduce<Change | null>((latest, change) => (latest && latest.turn > change.turn ? latest : change), null)
        ?.at ?? null
    );
  }

  /** Whether rows or columns of the sheet have moved after the mark. */
  movedSince(sheetId: string, mark: number): boolean {
    return (this.moved.get(sheetId) ?? 0) > mark;
  }
}

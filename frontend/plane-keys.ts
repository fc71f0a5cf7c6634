/* What a key means to a plane. */

export type PlaneAction =
  | { kind: 'move'; across: number; up: number }
  | { kind: 'choose' | 'leave' | 'start' | 'finish' | 'cancel' | 'clear' };

export interface PlaneState {
  /** Whether something is shown, by pointer or by key. */
  isShown: boolean;
  /** Whether a cell is read by key. */
  isRead: boolean;
  isSelectable: boolean;
  isSelecting: boolean;
  isSelected: boolean;
}

const MOVES: Record<string, [across: number, up: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  End: [Infinity, 0],
  Home: [-Infinity, 0],
  PageUp: [0, Infinity],
  PageDown: [0, -Infinity],
};

export function planeActionOf(event: KeyboardEvent, state: PlaneState): PlaneAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return undefined;
  }
  switch (event.key) {
    case 'Enter':
      return state.isSelecting ? { kind: 'finish' } : state.isRead ? { kind: 'choose' } : undefined;
    case ' ':
      return state.isSelecting ? { kind: 'finish' } : state.isRead && state.isSelectable ? { kind: 'start' } : undefined;
    case 'Escape':
      return escaped(state);
    default: {
      const move = MOVES[event.key];
      return move && { kind: 'move', across: move[0], up: move[1] };
    }
  }
}

function escaped({ isSelecting, isSelected, isSelectable, isShown }: PlaneState): PlaneAction | undefined {
  if (isSelecting) {
    return { kind: 'cancel' };
  }
  return isSelected && isSelectable ? { kind: 'clear' } : isShown ? { kind: 'leave' } : undefined;
}

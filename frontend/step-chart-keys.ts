/* What a key means to a chart. */

export type KeyAction =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'choose'
  | 'leave'
  | 'startSelecting'
  | 'finishSelecting'
  | 'cancelSelecting';

export interface KeyState {
  /** Whether plain arrows and, while no bin is read, Enter belong to what is around the chart. */
  inGrid: boolean;
  /** Whether a bin is shown, by pointer or by key. */
  isShown: boolean;
  /** Whether a bin is read by key. */
  isRead: boolean;
  isSelectable: boolean;
  isSelecting: boolean;
}

const MOVES: Record<string, KeyAction> = { ArrowRight: 'next', ArrowLeft: 'previous', Home: 'first', End: 'last' };

export function actionOf(event: KeyboardEvent, state: KeyState): KeyAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return undefined;
  }
  const hasBin = state.inGrid ? state.isRead : state.isShown;
  switch (event.key) {
    case 'Enter':
      return state.isSelecting ? 'finishSelecting' : hasBin ? 'choose' : undefined;
    case ' ':
      return state.isSelecting ? 'finishSelecting' : hasBin && state.isSelectable ? 'startSelecting' : undefined;
    case 'Escape':
      return state.isSelecting ? 'cancelSelecting' : state.isShown ? 'leave' : undefined;
    default:
      return state.inGrid && !event.shiftKey ? undefined : MOVES[event.key];
  }
}

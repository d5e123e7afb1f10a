import type { Span } from './gate.ts';
import { codePoints } from './marks.ts';

/** selectedSpan gives what the reader has selected of the text; null when nothing, or when it reaches beyond a paragraph. */
export function selectedSpan(page: Element): Span | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offset(page, range.startContainer, range.startOffset);
  const end = offset(page, range.endContainer, range.endOffset);
  const text = selection.toString();
  if (start === null || end === null || end <= start || text.trim() === '' || text.includes('\n')) return null;
  const before = text.length - text.trimStart().length;
  const after = text.length - text.trimEnd().length;
  return { start: start + before, end: end - after, text: text.trim() };
}

function offset(page: Element, node: Node, at: number): number | null {
  const segment = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.article-text .seg');
  if (!segment || !page.contains(segment) || !(node instanceof Text)) return null;
  return Number(segment.dataset.start) + codePoints(node.data, at);
}

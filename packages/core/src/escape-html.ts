/**
 * A text as it stands in HTML, in an element or an attribute.
 *
 * @example
 * escapeHtml('"1 < 2" & so on') // => '&quot;1 &lt; 2&quot; &amp; so on'
 */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * A session that was run, as something to show: a picture for a slide, a page to step through, and
 * a diagram's text for who writes one into a document.
 *
 * <p>A {@link sockshell.transcript.drawing.Story} is made of the file's words and of what happened;
 * the ladder of {@code render.ladder} says what went from whom to whom. Columns are processes, and
 * time goes down. A bar on a line is a process that sleeps in a call, an arrow is what went from
 * one process to another, and a result stands beside its call, an errno in red.
 *
 * <p>{@code SvgDrawing} and {@code HtmlPage} follow the reader's choice of light or dark, need no
 * network, and hold nothing of a session's bytes but harmless text. {@code Mermaid} leaves the
 * drawing to others.
 */
@NullMarked
package sockshell.transcript.drawing;

import org.jspecify.annotations.NullMarked;

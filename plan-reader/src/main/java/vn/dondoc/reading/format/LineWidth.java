package vn.dondoc.reading.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the lines of a hard-wrapped text are, learnt from the breaks that surely fall inside a sentence: there the
 * next word did not fit any more. A text that is not wrapped has no full lines.
 *
 * @param least a line that would reach this length with the first word of the next one is full
 * @param blanksInside empty lines that may stand inside a sentence: 1 in a text with doubled line breaks
 * @param indent by how much the first line of a paragraph may be shorter
 */
record LineWidth(int least, int blanksInside, int indent) {

    private static final int INDENT = 6;
    /** Longer lines are no lines of a page. */
    private static final int WIDEST = 140;

    static LineWidth of(List<TextLine> lines) {
        int[] inside = IntStream.range(1, lines.size()).filter(i -> insideSentence(lines.get(i - 1), lines.get(i))).toArray();
        int[] reach = Arrays.stream(inside)
                .map(i -> lines.get(i - 1).text().length() + 1 + lines.get(i).firstWord().length()).sorted().toArray();
        int[] lengths = lines.stream().filter(line -> !line.isTableRow()).mapToInt(line -> line.text().length()).sorted().toArray();
        long breaks = Arrays.stream(inside).filter(i -> lines.get(i).blanks() > 0).count();
        int blanksInside = breaks > 1 && breaks * 20 > reach.length ? 1 : 0;
        boolean wrapped = reach.length >= 3 && reach.length * 25 > lengths.length
                && lengths[lengths.length * 98 / 100] < reach[reach.length / 2] * 1.6;
        if (wrapped) {
            return new LineWidth(reach[reach.length / 20], blanksInside, INDENT);
        }
        int longest = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
        boolean allFull = reach.length > 0 && longest <= WIDEST && Arrays.stream(reach).filter(one -> one > longest).count() * 10 >= reach.length * 9L;
        return new LineWidth(allFull ? longest + 1 : Integer.MAX_VALUE, blanksInside, 0);
    }

    private static boolean insideSentence(TextLine line, TextLine next) {
        return !line.isTableRow() && !next.isTableRow() && Character.isLowerCase(next.text().codePointAt(0))
                && !next.startsLabel() && !line.endsSentence() && !line.standsAlone();
    }

    /** The first line of a paragraph is indented, so it holds less. */
    boolean isFull(TextLine line, TextLine next, boolean firstOfParagraph) {
        return line.text().length() + 1 + next.firstWord().length() + (firstOfParagraph ? indent : 0) >= least;
    }
}

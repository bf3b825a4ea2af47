package vn.dondoc.reading.format;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the lines of a hard-wrapped text are, learnt from the breaks that surely fall inside a sentence: there the
 * next word did not fit any more. A text that is not wrapped has no full lines.
 *
 * @param least a line that would reach this length with the first word of the next one is full
 * @param blanksInside empty lines that may stand inside a sentence: 1 in a text with doubled line breaks
 */
record LineWidth(int least, int blanksInside) {

    private static final int INDENT = 6;

    static LineWidth of(List<TextLine> lines) {
        int[] reach = IntStream.range(1, lines.size()).filter(i -> insideSentence(lines.get(i - 1), lines.get(i)))
                .map(i -> lines.get(i - 1).text().length() + 1 + lines.get(i).firstWord().length()).sorted().toArray();
        int[] lengths = lines.stream().filter(line -> !line.isTableRow()).mapToInt(line -> line.text().length()).sorted().toArray();
        long breaks = IntStream.range(1, lines.size()).filter(i -> insideSentence(lines.get(i - 1), lines.get(i)) && lines.get(i).blanks() > 0).count();
        int blanksInside = reach.length > 0 && breaks * 20 > reach.length ? 1 : 0;
        boolean wrapped = reach.length >= 3 && reach.length * 25 > lengths.length
                && lengths[lengths.length * 98 / 100] < reach[reach.length / 2] * 1.6;
        return new LineWidth(wrapped ? reach[reach.length / 20] : Integer.MAX_VALUE, blanksInside);
    }

    private static boolean insideSentence(TextLine line, TextLine next) {
        return !line.isTableRow() && !next.isTableRow() && Character.isLowerCase(next.text().codePointAt(0))
                && !next.startsLabel() && !line.endsSentence() && !line.standsAlone();
    }

    /** The first line of a paragraph is indented, so it holds less. */
    boolean isFull(TextLine line, TextLine next, boolean firstOfParagraph) {
        int indent = firstOfParagraph ? INDENT : 0;
        return line.text().length() + 1 + next.firstWord().length() + indent >= least;
    }
}

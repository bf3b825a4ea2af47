package vn.dondoc.reading.text;

/**
 * What the format says about how a paragraph looks.
 *
 * @param heading level from 1 in the outline of the file, 0 for body text
 */
public record Style(int heading, boolean bold, boolean centred) {

    public static final Style PLAIN = new Style(0, false, false);
}

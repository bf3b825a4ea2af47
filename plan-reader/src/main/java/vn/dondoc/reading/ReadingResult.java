package vn.dondoc.reading;

/** What came of a file: a reading, or the reason why there is none. */
public sealed interface ReadingResult {

    record Read(Reading reading) implements ReadingResult {
    }

    /** The detail names what was found (in English, for logs); people are shown the sentence of the code. */
    record Unreadable(UnreadableCode code, String detail) implements ReadingResult {
    }
}

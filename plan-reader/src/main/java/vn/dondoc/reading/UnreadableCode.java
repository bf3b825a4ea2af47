package vn.dondoc.reading;

/** Why a file yields no reading; each has a sentence in {@link ReadingMessages}. */
public enum UnreadableCode {
    EMPTY_FILE,
    TYPE_UNKNOWN,
    TYPE_MISMATCH,
    FILE_ENCRYPTED,
    FILE_CORRUPT,
    TOO_LARGE,
    ARCHIVE_BOMB,
    MACROS,
    NO_TEXT,
    /** A picture, and no program to recognise its text is installed. */
    OCR_UNAVAILABLE,
    CLASSIFIED,
    TIMEOUT
}

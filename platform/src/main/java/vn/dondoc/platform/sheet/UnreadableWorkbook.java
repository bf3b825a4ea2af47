package vn.dondoc.platform.sheet;

/** A file that is no workbook, or none that is opened. */
public final class UnreadableWorkbook extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable, with a sentence in the messages: NOT_A_WORKBOOK, FILE_ENCRYPTED, FILE_CORRUPT, ARCHIVE_BOMB, MACROS,
     *     WORKBOOK_TOO_LONG
     */
    UnreadableWorkbook(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}

package vn.dondoc.reading;

/** Carries the reason why a file cannot be read out of the depth of a format reader. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UnreadableCode code;

    public UnreadableException(UnreadableCode code, String detail) {
        super(detail);
        this.code = code;
    }

    public UnreadableCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}

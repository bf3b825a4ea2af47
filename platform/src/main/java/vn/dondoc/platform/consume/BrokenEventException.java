package vn.dondoc.platform.consume;

/**
 * A record that no repetition will mend: it cannot be decoded, or it breaks a rule of the domain. It goes to the dead letters,
 * alone. Everything else that goes wrong is tried again without limit.
 */
public final class BrokenEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenEventException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public BrokenEventException(String reason) {
        super(reason);
    }
}

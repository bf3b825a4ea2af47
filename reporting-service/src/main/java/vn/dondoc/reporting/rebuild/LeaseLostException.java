package vn.dondoc.reporting.rebuild;

/** Another instance builds the model now; what this one had at hand must not count. */
final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("Another instance builds the model now");
    }
}

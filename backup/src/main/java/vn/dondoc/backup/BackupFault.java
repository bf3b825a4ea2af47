package vn.dondoc.backup;

/** Why a backup was not taken or not restored: one sentence for the operator. */
public final class BackupFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupFault(String sentence) {
        super(sentence);
    }

    public BackupFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

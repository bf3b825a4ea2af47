package vn.dondoc.platform.history;

/** Where the relay is to start from; must be stored before the first command is. */
public interface FirstPosition {

    /** Returns once a starting position is stored; cheap from the second call on. */
    void ensure();

    /**
     * The generation of the topics, from 1, as known after {@link #ensure}. An instance may know a new one a second late: what it writes
     * meanwhile has ids of the generation before, which is harmless, since the generation that orders events is added when they are sent.
     */
    long generation();
}

package vn.dondoc.platform.history;

/** Where the relay is to start from; must be stored before the first command is. */
@FunctionalInterface
public interface FirstPosition {

    /** Returns once a starting position is stored; cheap from the second call on. */
    void ensure();
}

package vn.dondoc.platform.process;

import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.history.Act;
import vn.dondoc.platform.history.Outcome;

/** What the parts of a process are. A bean of this type lets every instance go on with processes of its name. */
public interface ProcessKind {

    /** As stored with each process; it never changes its meaning. */
    String name();

    /**
     * One part: one command on one aggregate, with exactly that act, whose key makes a repetition change nothing.
     *
     * @param words what the beginner wrote; null for nothing
     * @param act the beginner's, under the key of this part
     * @return done, or refused by a rule; a part that contends or throws is tried again later
     */
    Outcome<?> carryOut(StoredProcess process, @Nullable String words, String part, Act act);
}

package vn.dondoc.platform.relay;

import java.time.Instant;

/** How far the relay of this database has come, whichever instance has it. */
public interface Relayed {

    /** Entries written until then are in the topics, by the system's clock; the epoch before the first one is. */
    Instant until();
}

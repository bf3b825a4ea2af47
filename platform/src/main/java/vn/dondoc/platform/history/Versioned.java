package vn.dondoc.platform.history;

import org.bson.Document;

/** An aggregate as it was read: its version is the sequence of its last event. */
public record Versioned<S>(String id, long version, S state, Document stored) {}

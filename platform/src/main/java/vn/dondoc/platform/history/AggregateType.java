package vn.dondoc.platform.history;

/**
 * A kind of aggregate: its collection, and the record its state is. A bean of this type lets the relay follow the collection.
 * The record's component {@code id} is stored as {@code _id}; {@code version}, {@code history},
 * {@code historyHead}, {@code texts} and {@code textSalts} are ours.
 */
public record AggregateType<S>(String collection, Class<S> state) {}

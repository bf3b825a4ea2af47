/** Records put aside by the consumers of this service: listed, looked into, replayed or discarded by the operator. */
@NullMarked
package vn.dondoc.platform.deadletter;

import org.jspecify.annotations.NullMarked;

package vn.dondoc.platform.relay;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the active relay says of itself, for all instances to tell.
 *
 * @param lag since how long something is waiting
 * @param error kind of the last fault; null once it is over
 */
record Progress(Duration lag, @Nullable String error, @Nullable Instant errorAt) {}

package vn.dondoc.testing;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.dondoc.platform.access.Place;
import vn.dondoc.testing.Seats.Seat;
import vn.dondoc.testing.Seats.Spot;

/** Makes a call of the matrix: on something that lies there, so that nothing but the right can be missing. */
@FunctionalInterface
public interface AccessProbe {

    /** The call as that seat makes it on something of that spot; null where nothing of the kind can lie there. */
    @Nullable Sent of(Seat seat, Place place, Spot spot);

    /**
     * What is sent.
     *
     * @param body null where the call takes none
     * @param version the present one of what is changed; null where none is asked for
     */
    record Sent(String path, WritingCall.@Nullable Content body, @Nullable LongSupplier version) {

        public static Sent to(String path) {
            return new Sent(path, null, null);
        }

        public static Sent to(String path, Object body) {
            return new Sent(path, body instanceof WritingCall.Content content ? content : WritingCall.Content.json(body), null);
        }

        public Sent at(LongSupplier present) {
            return new Sent(path, body, present);
        }
    }

    /** The same path for everybody. */
    static AccessProbe of(String path) {
        return (_, _, _) -> Sent.to(path);
    }

    static AccessProbe of(String path, Object body) {
        return (_, _, _) -> Sent.to(path, body);
    }

    /** Not made by those who may: it would change the whole of the service. Everybody else is refused. */
    static AccessProbe refusedOnly(String path) {
        return new RefusedOnly(path);
    }

    /** A call that is made only by those who may not. */
    record RefusedOnly(String path) implements AccessProbe {
        @Override
        public Sent of(Seat seat, Place place, Spot spot) {
            return Sent.to(path);
        }
    }
}

package vn.dondoc.notification.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of trying to send. */
public sealed interface Answer {

    /**
     * The provider has taken it over.
     *
     * @param wording by which it was worded, where that is not what is usual on the channel; else null
     */
    record Taken(@Nullable Wording wording) implements Answer {

        public Taken() {
            this(null);
        }
    }

    /** No repetition will help. */
    record Refused(String code) implements Answer {}

    /**
     * Not now.
     *
     * @param provider nothing can be sent to anybody now: it waits for as long as that lasts
     * @param pause that the provider asks for; null where it says nothing
     */
    record Away(String code, boolean provider, @Nullable Duration pause) implements Answer {

        public Away(String code) {
            this(code, true, null);
        }

        /** Only this one cannot be sent now. */
        static Away thisOne(String code) {
            return new Away(code, false, null);
        }
    }
}

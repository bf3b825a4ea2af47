package vn.dondoc.acceptance.faults;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.awaitility.Awaitility.await;

/** What the fault runs have in common: one landscape for all of them, a seed, and the oracle at the end. */
@ExtendWith(FaultRun.OneLandscape.class)
abstract class FaultRun {

    static final Duration LIMIT = Duration.ofMinutes(3);
    /** Another one with {@code -Ddondoc.seed=N}. */
    static final long SEED = Long.getLong("dondoc.seed", 20261115L);

    Landscape landscape = Landscape.shared();

    void judged(String after) {
        Oracle.judge(landscape, SEED, after);
    }

    /** Waits until a stream has gone on by so many commands. */
    static void more(Commands commands, int count) {
        var before = commands.count();
        until(() -> commands.count() >= before + count);
    }

    /** Lets so much time pass, whatever happens meanwhile. */
    static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(60)).until(() -> true);
    }

    static void until(Supplier<Boolean> reached) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(reached::get);
    }

    /** Ends the landscape with the last test. */
    static final class OneLandscape implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Landscape.class, _ -> Landscape.shared(), Landscape.class);
        }
    }
}

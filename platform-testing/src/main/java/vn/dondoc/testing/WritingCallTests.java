package vn.dondoc.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What every service's writing calls are tested for; a service says which they are and how each is made. */
public interface WritingCallTests {

    /** plan, task, reporting or notification. */
    String service();

    /** Every writing call of the service, ready to be made. */
    WritingCalls writingCalls();

    @Test
    default void every_described_writing_call_is_shown() {
        writingCalls().areAllOf(service());
    }

    @TestFactory
    default Stream<DynamicContainer> every_writing_call_can_be_repeated() {
        var calls = writingCalls();
        return WritingCalls.describedFor(service()).stream().map(name -> dynamicContainer(name, Stream.of(
                dynamicTest("repeated it is done once", () -> calls.repeatedItIsDoneOnce(name)),
                dynamicTest("a key is not used for another body", () -> calls.aKeyIsNotUsedForAnotherBody(name)),
                dynamicTest("a version is guarded", () -> calls.aVersionIsGuarded(name)),
                dynamicTest("sixteen with one key are one", () -> calls.sixteenWithOneKeyAreOne(name)),
                dynamicTest("sixteen with keys of their own lose nothing", () -> calls.sixteenWithKeysOfTheirOwnLoseNothing(name)))));
    }
}

package vn.dondoc.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentences of {@link SettingsRefused} instead of a stack trace. */
final class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SettingsRefused cause) {
        return new FailureAnalysis(
                String.join(System.lineSeparator(), cause.sentences()), "Set what is named above in the environment and start again.", cause);
    }
}

package vn.dondoc.platform.start;

import java.util.List;

/** The service cannot start as it was told to; one sentence for each thing to put right. */
final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    SettingsRefused(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}

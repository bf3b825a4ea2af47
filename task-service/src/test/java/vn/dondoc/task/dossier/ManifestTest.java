package vn.dondoc.task.dossier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestTest {

    @Test
    void a_part_is_compared_with_what_was_submitted() {
        assertThat(new Manifest.Part("a", 1, "x", "x").verdict()).isEqualTo("same");
        assertThat(new Manifest.Part("a", 1, "x", "y").verdict()).isEqualTo("other");
        assertThat(new Manifest.Part("a", 1, "x", null).verdict()).isEqualTo("lost");
        assertThat(new Manifest.Part("a", 1, null, "y").verdict()).isEqualTo("made");
    }

    @Test
    void sums_are_those_of_submission_so_that_any_program_sees_a_change() {
        var manifest = new Manifest();
        manifest.add(new Manifest.Part("ho-so.txt", 1, null, "aa"));
        manifest.add(new Manifest.Part("minh-chung/01-a.pdf", 1, "bb", "cc"));
        manifest.add(new Manifest.Part("minh-chung/02-b.pdf", 1, "dd", null));
        assertThat(manifest.sums()).isEqualTo("aa  ho-so.txt\nbb  minh-chung/01-a.pdf\ndd  minh-chung/02-b.pdf\n");
    }
}

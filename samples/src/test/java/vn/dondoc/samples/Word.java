package vn.dondoc.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Opens what was written, as another program would. */
final class Word {

    private Word() {}

    static XWPFDocument open(byte[] bytes) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(bytes));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String textOf(byte[] bytes) {
        try (var extractor = new XWPFWordExtractor(open(bytes))) {
            return extractor.getText();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

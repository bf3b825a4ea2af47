package vn.dondoc.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vn.dondoc.reading.format.Formats;
import vn.dondoc.reading.ocr.OcrSettings;
import vn.dondoc.reading.ocr.Recogniser;
import vn.dondoc.reading.ocr.Tesseract;
import vn.dondoc.reading.understanding.Interpreter;

/**
 * Reads a plan document of any office format. It has no state, touches no file and no network (only the text of pictures
 * is asked from a program, where that is installed), and gives the same reading for the same bytes; limits of time are for the caller to set.
 */
public final class PlanReader {

    private final Supplier<Recogniser> recogniser;

    /** Pictures are recognised by tesseract, where it is installed. */
    public PlanReader() {
        this(() -> new Tesseract(OcrSettings.ofSystem()));
    }

    /** With a recogniser of pictures for each document. */
    public PlanReader(Supplier<Recogniser> recogniser) {
        this.recogniser = recogniser;
    }

    /** A reading, or why there is none; never throws for what a file holds. */
    public ReadingResult read(SourceFile file) {
        try {
            Formats.Extracted extracted = Formats.extract(file, recogniser.get());
            Reading reading = withTypeWarning(Interpreter.read(extracted.document()), extracted);
            boolean recognised = extracted.document().notes().contains(WarningCode.TEXT_RECOGNISED.name());
            return new ReadingResult.Read(recognised ? LowerConfidence.of(reading) : reading);
        } catch (UnreadableException unreadable) {
            return new ReadingResult.Unreadable(unreadable.code(), unreadable.detail());
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            return new ReadingResult.Unreadable(UnreadableCode.TOO_LARGE, tooLarge.getClass().getSimpleName());
        } catch (RuntimeException corrupt) {
            return new ReadingResult.Unreadable(UnreadableCode.FILE_CORRUPT, corrupt.getClass().getSimpleName() + ": " + corrupt.getMessage());
        }
    }

    private static Reading withTypeWarning(Reading reading, Formats.Extracted extracted) {
        if (extracted.nameFits()) {
            return reading;
        }
        List<Warning> warnings = new ArrayList<>(reading.warnings());
        warnings.add(new Warning(WarningCode.TYPE_MISMATCH.name(), List.of(extracted.kind()), null));
        return reading.with(List.copyOf(warnings));
    }
}

/** Recognises the text of page images with the tesseract program where it is installed. */
@NullMarked
package vn.dondoc.reading.ocr;

import org.jspecify.annotations.NullMarked;

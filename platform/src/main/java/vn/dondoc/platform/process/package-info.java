/** Acts on many aggregates: stored, carried out part by part, gone on with after an interruption, each part once. */
@NullMarked
package vn.dondoc.platform.process;

import org.jspecify.annotations.NullMarked;

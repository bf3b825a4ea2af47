/** Bodies of the HTTP interfaces, described in {@code openapi.yaml}. */
@NullMarked
package vn.dondoc.contracts.api;

import org.jspecify.annotations.NullMarked;

package dev.clave.spring.jackson;

import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.io.ContentReference;

/** Where something stands in a document, without the document, which a mapper may have been told to quote. */
final class Locations {
    /** Of a text that is not there, so that line and column are told. */
    private static final ContentReference NOTHING = ContentReference.rawReference(true, null);

    private Locations() {}

    static TokenStreamLocation of(TokenStreamLocation at) {
        return new TokenStreamLocation(
                NOTHING, at.getByteOffset(), at.getCharOffset(), at.getLineNr(), at.getColumnNr());
    }
}

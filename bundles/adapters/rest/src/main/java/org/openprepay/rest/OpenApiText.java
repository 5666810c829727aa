package org.openprepay.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The OpenAPI document, read from the resources when it is first asked for. */
final class OpenApiText implements Supplier<String> {
    private final Set<Class<?>> resources;
    private String text = "";

    OpenApiText(Set<Class<?>> resources) {
        this.resources = new LinkedHashSet<>(resources);
    }

    @Override
    public synchronized String get() {
        if (text.isEmpty()) {
            text = Libraries.within(Reader.class, this::read);
        }
        return text;
    }

    private String read() {
        OpenAPI document = new Reader(described()).read(resources);
        try {
            return Json.mapper().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the description cannot be written", e);
        }
    }

    private static OpenAPI described() {
        var bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
        return new OpenAPI()
                .info(new Info().title("OpenPrepay").version("v1"))
                .addServersItem(new Server().url("/api/v1"))
                .schemaRequirement("session", bearer)
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }
}

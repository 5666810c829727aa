package org.openprepay.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Serves the built console: deep links fall back to its one page, hashed assets are immutable, and
 * the compressed copies beside each file are negotiated.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=openprepay-console",
            "osgi.http.whiteboard.servlet.pattern=/console/*"
        })
public final class SpaServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String ROOT = "/web";
    private static final String PAGE = "/index.html";
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html;charset=utf-8",
                    "js", "text/javascript;charset=utf-8",
                    "css", "text/css;charset=utf-8",
                    "svg", "image/svg+xml");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final transient Bundle bundle;

    @Activate
    public SpaServlet(BundleContext context) {
        this.bundle = context.getBundle();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        boolean asset = path.startsWith("/assets/");
        boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
        String wanted = file ? path : PAGE;
        if (path.contains("..") || bundle.getEntry(ROOT + wanted) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        describe(response, wanted, asset);
        if (fresh(request, response, wanted)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(request, response, ROOT + wanted);
        }
    }

    private static void describe(HttpServletResponse response, String path, boolean asset) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        response.setContentType(TYPES.getOrDefault(ending, "application/octet-stream"));
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader(
                "Cache-Control", asset ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private boolean fresh(HttpServletRequest request, HttpServletResponse response, String path) {
        String tag =
                '"' + bundle.getLastModified() + "-" + Integer.toHexString(path.hashCode()) + '"';
        response.setHeader("ETag", tag);
        return tag.equals(request.getHeader("If-None-Match"));
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String entry)
            throws IOException {
        String accepted = Optional.ofNullable(request.getHeader("Accept-Encoding")).orElse("");
        URL source = bundle.getEntry(entry);
        for (var way : Map.of("br", ".br", "gzip", ".gz").entrySet()) {
            URL compressed = bundle.getEntry(entry + way.getValue());
            if (accepted.contains(way.getKey()) && compressed != null) {
                response.setHeader("Content-Encoding", way.getKey());
                source = compressed;
                break;
            }
        }
        try (InputStream in = source.openStream()) {
            in.transferTo(response.getOutputStream());
        }
    }
}

// The map: outlines from this server, no tiles. How exactly a place is known is drawn: a dot only where it is known.
"use strict";
(async () => {
  const box = document.getElementById("map");
  if (!box) return;
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const ODD = "#c2410c", CELL = 44, MANY = 4, MOST = 60, APART = 80, NEAR = 2, DISTRICT = 3, UNIT = 4;
  const map = L.map(box, { preferCanvas: true, worldCopyJump: false, minZoom: 2, maxZoom: 13, zoomSnap: 0.5, attributionControl: true });
  map.attributionControl.setPrefix(false).addAttribution("Outlines: Natural Earth");
  map.createPane("land").style.zIndex = 200;
  map.createPane("areas").style.zIndex = 300;
  map.setView([20, 20], 2);
  const canvas = (pane) => L.canvas({ pane, padding: 0.3 });
  const land = canvas("land"), areas = canvas("areas");
  const json = async (address) => { const answer = await fetch(address); return answer.status === 200 ? answer.json() : null; };
  // A ring that crosses the 180th meridian goes on beyond it, or it would be drawn straight across the world.
  const unwound = (ring) => {
    let turn = 0, last = null;
    return ring.map(([lng, lat]) => {
      if (last !== null && Math.abs(lng - last) > 180) turn += lng < last ? 360 : -360;
      last = lng;
      return [lng + turn, lat];
    });
  };
  const shapes = (topology) => {
    const found = topojson.feature(topology, Object.values(topology.objects)[0]);
    for (const { geometry } of found.features || [found]) {
      if (geometry && geometry.type === "Polygon") geometry.coordinates = geometry.coordinates.map(unwound);
      if (geometry && geometry.type === "MultiPolygon") geometry.coordinates = geometry.coordinates.map((one) => one.map(unwound));
    }
    return found;
  };
  const drawn = (topology, look) => L.geoJSON(shapes(topology), { interactive: false, renderer: land, pane: "land", style: look }).addTo(map);

  // The coarse world first; the finer one, five times as large, only where somebody comes near enough to see it.
  const NEARER = 4.5, countries = { color: style("--border"), weight: 1, fillColor: style("--land"), fillOpacity: box.dataset.tiles ? 0 : 1 };
  let world = null, asked = false, fine = false;
  const show = (topology) => { if (!topology) return; if (world) world.remove(); world = drawn(topology, countries); world.bringToBack(); };
  const outlines = () => {
    if (asked || map.getZoom() < NEARER) return;
    asked = true;
    json("/assets/countries-50m.json").then((found) => { fine = Boolean(found); show(found); box.dataset.fine = "true"; });
  };
  json("/assets/countries-110m.json").then((found) => { if (!fine) show(found); });
  map.on("zoomend", outlines);
  // The user's own base map, where the server was given one: raster tiles out of one PMTiles file, drawn without addresses.
  let fault = "";
  if (box.dataset.tiles) try {
    const archive = new pmtiles.PMTiles(box.dataset.tiles);
    const header = await archive.getHeader();
    const Tiles = L.GridLayer.extend({
      createTile(at, done) {
        const tile = L.DomUtil.create("canvas"), size = this.getTileSize();
        tile.width = size.x;
        tile.height = size.y;
        archive.getZxy(at.z, at.x, at.y)
          .then((found) => found && createImageBitmap(new Blob([found.data])))
          .then((picture) => { if (picture) tile.getContext("2d").drawImage(picture, 0, 0, size.x, size.y); box.dataset.tiled = "true"; done(null, tile); })
          .catch((error) => done(error, tile));
        return tile;
      },
    });
    new Tiles({ minNativeZoom: header.minZoom, maxNativeZoom: header.maxZoom, bounds: [[header.minLat, header.minLon], [header.maxLat, header.maxLon]], noWrap: true }).addTo(map);
    const told = await archive.getMetadata(), said = told && typeof told.attribution === "string" ? told.attribution : "";
    const plain = document.createElement("span");
    plain.textContent = new DOMParser().parseFromString(said, "text/html").body.textContent;
    if (said) map.attributionControl.addAttribution(plain.innerHTML);
  } catch (error) {
    fault = "The base map could not be read; the incidents are drawn without it.";
    countries.fillOpacity = 1;
    if (world) world.setStyle(countries);
  }
  const units = new Set();
  const outline = (country) => {
    if (!/^[A-Z]{2}$/.test(country || "") || units.has(country)) return;
    units.add(country);
    json(`/assets/outlines/${country}.json`).then((found) => found && drawn(found, { color: style("--border"), weight: 0.7, fill: false }));
  };

  const single = box.dataset.point && JSON.parse(box.dataset.point);
  const found = single ? { places: [[single[1], single[2], single[3], 1, single[4], single[7], single[8], [single]]] } : await json(box.dataset.points);
  if (!found) { document.getElementById("map-note").textContent = "The map's points could not be loaded."; return; }
  const incident = ([id, lat, lng, precision, odd, heading, killed]) => ({ id, odd, heading, killed });
  const points = found.places.map(([lat, lng, precision, number, odd, country, unit, rows]) => ({ lat, lng, precision, number, odd, country, unit, some: rows && rows.map(incident) }));
  // The incidents of a place that has many are asked for when they are looked at, once.
  async function known_at(p) {
    if (p.some) return p.some;
    if (!p.asked) {
      const address = new URL(box.dataset.points.replace("/map/places", "/map/incidents"), location.href);
      Object.entries({ latitude: p.lat, longitude: p.lng, precision: p.precision }).forEach(([name, value]) => address.searchParams.set(name, value));
      p.asked = json(address).then((got) => { if (got) p.some = got.rows.map(incident); return p.some || []; });
    }
    return p.asked;
  }
  const note = document.getElementById("map-note");
  if (note && fault) note.textContent = fault;
  if (note && found.by_country_only) {
    const wide = Object.entries(found.by_country_only).map(([country, n]) => `${country} ${n}`).join(", ");
    note.textContent = [fault, wide && `Known by country only, not drawn: ${wide}.`, found.without_place && `Without a known place: ${found.without_place}.`].filter(Boolean).join(" ");
  }
  const extent = () => { if (!points.length) return; const all = L.latLngBounds(points.map((p) => [p.lat, p.lng])); if (single) map.setView(all.getCenter(), single[3] >= UNIT ? 6 : single[3] >= DISTRICT ? 7 : 8); else map.fitBounds(all.pad(0.2), { maxZoom: 8 }); };
  extent();
  const byCountry = {};
  points.forEach((p) => { byCountry[p.country] = (byCountry[p.country] || 0) + p.number; });
  Object.entries(byCountry).sort((a, b) => b[1] - a[1]).slice(0, 12).forEach(([country]) => outline(country));

  function line(p) {
    const item = document.createElement("li"), link = item.appendChild(document.createElement("a"));
    link.href = "/incidents/" + p.id;
    link.textContent = p.heading;
    if (p.killed) item.append(` (${p.killed} killed)`);
    return item;
  }
  function told(some, number) {
    const list = document.createElement("ul");
    list.append(...some.slice(0, MOST).map(line));
    if (number > MOST) list.appendChild(document.createElement("li")).textContent = `and ${number - MOST} more: the list holds all`;
    return list;
  }
  // What opens on a click: filled at once where the incidents are here, else when they have come.
  function opened(p) {
    if (p.some) return told(p.some, p.number);
    const room = document.createElement("div");
    room.textContent = "…";
    known_at(p).then((some) => room.replaceChildren(told(some, p.number)));
    return room;
  }

  const layer = L.layerGroup().addTo(map);
  const known = points.filter((p) => p.precision <= NEAR), vague = points.filter((p) => p.precision > NEAR);
  const colour = (p) => (p.odd ? ODD : style("--low"));
  // A place known to its unit or district only is one area with its number, however many incidents share it.
  vague.forEach((p) => {
    const unit = p.precision >= UNIT;
    L.circle([p.lat, p.lng], { renderer: areas, pane: "areas", radius: unit ? 35000 : 12000, color: colour(p), weight: unit ? 1 : 2, dashArray: unit ? null : "5 5", fillColor: style("--range"), fillOpacity: unit ? 0.35 : 0.12 })
      .bindTooltip(`${p.number} somewhere in ${unit ? p.unit || "the unit" : "the district"}`).bindPopup(() => opened(p)).addTo(map);
  });

  function groups() {
    const view = map.getBounds().pad(0.2), cells = new Map();
    for (const p of known) {
      if (!view.contains([p.lat, p.lng])) continue;
      const at = map.project([p.lat, p.lng]), key = `${Math.floor(at.x / CELL)} ${Math.floor(at.y / CELL)}`;
      const cell = cells.get(key);
      if (cell) cell.push(p); else cells.set(key, [p]);
    }
    return [...cells.values()];
  }
  const samePlace = (some) => some.every((p) => p.lat === some[0].lat && p.lng === some[0].lng);
  const count = (some) => some.reduce((sum, p) => sum + p.number, 0);
  // Incidents of one town stand round it, so that each can be told apart and clicked.
  function around(p, n, of) {
    if (of === 1) return [p.lat, p.lng];
    const turn = n * 2.4, out = 7 + 5.5 * Math.sqrt(n);
    return map.unproject(map.project([p.lat, p.lng]).add([out * Math.cos(turn), out * Math.sin(turn)]));
  }
  function dot(one, at) {
    L.circleMarker(at, { radius: 6, weight: 1.5, color: style("--ground"), fillColor: colour(one), fillOpacity: 0.95 }).bindTooltip(() => { const words = document.createElement("span"); words.textContent = one.heading; return words; }).bindPopup(() => told([one], 1)).addTo(layer);
  }
  function many(some) {
    const middle = L.latLngBounds(some.map((p) => [p.lat, p.lng])), odd = some.some((p) => p.odd), number = count(some);
    const sign = L.circleMarker(middle.getCenter(), { radius: 9 + 3 * Math.log10(number), weight: 2, color: odd ? ODD : style("--ground"), fillColor: style("--low"), fillOpacity: 0.95 }).addTo(layer);
    sign.bindTooltip(String(number), { permanent: true, direction: "center", className: "count" });
    if (some.length === 1 && map.getZoom() >= 9) sign.bindPopup(() => opened(some[0]));
    else sign.on("click", () => (samePlace(some) ? map.setView(middle.getCenter(), 10) : map.fitBounds(middle.pad(0.3))));
  }
  // The incidents of one place, told apart; where they are not here yet, their number stands until they have come.
  function apart(p) {
    if (!p.some) { many([p]); known_at(p).then((some) => some.length && draw()); return; }
    if (p.some.length > 1) L.circleMarker([p.lat, p.lng], { radius: 2, weight: 0, fillColor: style("--soft"), fillOpacity: 1, interactive: false }).addTo(layer);
    p.some.forEach((one, n) => dot(one, around(p, n, p.some.length)));
  }
  function draw() {
    layer.clearLayers();
    for (const some of groups()) {
      const number = count(some), near = map.getZoom() >= 9;
      if (some.length === 1 && number <= (near ? APART : MANY * 2)) apart(some[0]);
      else if (number < MANY) some.forEach(apart);
      else many(some);
    }
  }
  map.on("moveend", draw);
  draw();
  box.dataset.drawn = String(count(points));
})();

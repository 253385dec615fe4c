import { decodeFrame, encodeFrame } from "../../stand-in/twilsock/frames";

const header = { method: "message", id: "TM1" };

describe("Twilsock frames", () => {
  it("[SY60] lengths count UTF-8 bytes, of the header and of the payload", () => {
    const frame = encodeFrame({ ...header, name: "żółw" }, '{"x":"🐢"}');
    const [magic = "", json = "", payload = ""] = frame.toString().split("\r\n");
    expect(magic).toBe(`TWILSOCK V3.0 ${Buffer.byteLength(json)}`);
    expect(JSON.parse(json)).toEqual({
      ...header,
      name: "żółw",
      payload_size: Buffer.byteLength('{"x":"🐢"}'),
      payload_type: "application/json",
    });
    expect(payload).toBe('{"x":"🐢"}');
  });

  it.each([
    ["no payload", undefined],
    ["ASCII", '{"n":1}'],
    ["letters of several bytes", '{"text":"żółw 🐢 \u2028"}'],
    ["line ends", '"a\\r\\nb"'],
  ])("[SY60] what is encoded is decoded again: %s", (_, payload) => {
    const frame = decodeFrame(encodeFrame({ ...header, more: ["ż", 1] }, payload));
    expect(frame?.header).toMatchObject({ ...header, more: ["ż", 1] });
    expect(frame?.payload.toString()).toBe(payload ?? "");
  });

  it("[SY60] a payload may be followed by a line end", () => {
    const frame = decodeFrame(Buffer.concat([encodeFrame(header, "{}"), Buffer.from("\r\n")]));
    expect(frame?.payload.toString()).toBe("{}");
  });

  it.each([
    ["nothing", ""],
    ["another protocol", "TWILSOCK V4.0 2\r\n{}\r\n"],
    ["no length", "TWILSOCK V3.0 x\r\n{}\r\n"],
    ["a header shorter than its length", 'TWILSOCK V3.0 99\r\n{"method":"init","id":"1"}\r\n'],
    ["a header that is no JSON", "TWILSOCK V3.0 3\r\n{x}\r\n"],
    ["a header without id", 'TWILSOCK V3.0 17\r\n{"method":"init"}\r\n'],
    ["a payload that is cut off", 'TWILSOCK V3.0 44\r\n{"method":"init","id":"1","payload_size":200}\r\n{}'],
  ])("[SY60] refuses %s", (_, text) => {
    expect(decodeFrame(Buffer.from(text))).toBeNull();
  });
});

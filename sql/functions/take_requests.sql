-- Takes a lot of requests out of what p_subject has left, which refills evenly: how many were there to take.
--
-- Time never goes back, whichever node's clock is behind, so that nothing refills twice.
CREATE OR REPLACE FUNCTION take_requests(p_subject text, p_perminute int, p_lot int, p_now timestamptz) RETURNS int
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  _left double precision;
  _at timestamptz;
  _taken int;
BEGIN
  INSERT INTO request_allowance (subject, requests_left, refilled_at) VALUES (p_subject, p_perminute, p_now)
    ON CONFLICT DO NOTHING;
  SELECT requests_left, refilled_at INTO _left, _at FROM request_allowance WHERE subject = p_subject FOR UPDATE;
  _left := least(p_perminute, _left + p_perminute * greatest(0, extract(epoch FROM p_now - _at)) / 60);
  _taken := least(p_lot, floor(_left));
  UPDATE request_allowance SET requests_left = _left - _taken, refilled_at = greatest(_at, p_now)
    WHERE subject = p_subject;
  RETURN _taken;
END $$;

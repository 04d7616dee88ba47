"""What lies on earth, in whole quanta of the wire (see `protocol.model.point`): validators for maps."""

from attrs.validators import and_, ge, instance_of, le

MAX_LAT = 9_000_000
MAX_LON = 18_000_000
"""Quanta: 90 and 180 degrees."""

lat_field = and_(instance_of(int), ge(-MAX_LAT), le(MAX_LAT))
lon_field = and_(instance_of(int), ge(-MAX_LON), le(MAX_LON))
